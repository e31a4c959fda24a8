export { createLogin, type Login } from "./login.ts";
