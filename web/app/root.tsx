import { Outlet } from 'react-router';
import stylesheet from './ui/styles.css?url';
export default function Root() { return <html lang="en"><head><meta charSet="utf-8" /><link rel="stylesheet" href={stylesheet} /></head><body><Outlet /></body></html>; }
