export function loader() { return { a: 1 }; }
export default function Home({ loaderData }: { loaderData: { a: number } }) { return <><title>Hi {loaderData.a}</title><p>Hello {loaderData.a} x</p></>; }
