export { moveStock } from "./move-stock.service.ts";
