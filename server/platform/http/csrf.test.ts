import { expect, test } from "vitest";
import { isCrossSite } from "./csrf.ts";

const HOST = "musubi.example.jp";
const cases = [
  { name: "reading is always open", method: "GET", origin: "https://evil.example", hasSession: true, cross: false },
  { name: "a click in our own page", method: "POST", fetchSite: "same-origin", hasSession: true, cross: false },
  { name: "a form on another site", method: "POST", fetchSite: "cross-site", hasSession: true, cross: true },
  { name: "a form on a neighbouring subdomain", method: "POST", fetchSite: "same-site", hasSession: true, cross: true },
  { name: "an older browser on our page", method: "PUT", origin: `https://${HOST}`, hasSession: true, cross: false },
  {
    name: "an older browser elsewhere",
    method: "DELETE",
    origin: "https://evil.example",
    hasSession: true,
    cross: true,
  },
  { name: "a sandboxed frame", method: "POST", origin: "null", hasSession: true, cross: true },
  {
    name: "another port of the same host",
    method: "POST",
    origin: `https://${HOST}:8443`,
    hasSession: true,
    cross: true,
  },
  { name: "a cookie that does not say where it comes from", method: "PATCH", hasSession: true, cross: true },
  { name: "a program that signs in", method: "POST", hasSession: false, cross: false },
  { name: "being signed in by another site", method: "POST", fetchSite: "cross-site", hasSession: false, cross: true },
];
test.each(cases)("$name: refused is $cross", ({ method, origin, fetchSite, hasSession, cross }) => {
  expect(isCrossSite({ method, host: HOST, origin, fetchSite, hasSession })).toBe(cross);
});
