export { createLogin, type Login, MINIMUM_PASSWORD_LENGTH, SESSION_DAYS } from "./login.ts";
export { SESSION_COOKIE } from "./session-cookie.ts";
