import { renderApp } from "./app.tsx";

renderApp(document.getElementById("root")!);
