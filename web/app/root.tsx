import type { ReactNode } from 'react';
import { isRouteErrorResponse, Outlet, useRouteError } from 'react-router';
import { ErrorPage } from './errors/page.tsx';
import { Layout as Frame } from './ui/layout.tsx';
import { useSite } from './ui/site.tsx';
import stylesheet from './ui/styles.css?url';

/** The document around every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, dir, script } = useSite();
  return (
    <html lang={language} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <script type="module" src={script} />
      </head>
      <body>
        <Frame>{children}</Frame>
      </body>
    </html>
  );
}

// A court open to the sky, which is what an atrium is.
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b4a8c" d="M1 1h14v14H1z"/><path fill="#fff" d="M4 4h8v11h-2V6H6v9H4z"/></svg>',
)}`;

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) ? <ErrorPage status={error.status} data={error.data} /> : <ErrorPage status={500} />;
}
