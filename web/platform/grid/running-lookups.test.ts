import { expect, test } from "vitest";
import { createRunningLookups } from "./running-lookups.ts";

function held() {
  let end = () => {};
  let fail = () => {};
  const work = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error("the lookup failed"));
  });
  return { work, end, fail };
}

test("what is sent waits for every lookup, those included that begin while it waits, and for failed ones too", async () => {
  const lookups = createRunningLookups();
  const [first, second, third] = [held(), held(), held()];
  lookups.track(first.work);
  lookups.track(second.work);
  const order: string[] = [];
  const sent = lookups.settled().then((may) => order.push(`sent ${may}`));
  first.end();
  lookups.track(third.work);
  order.push("second");
  second.fail();
  await second.work.catch(() => {});
  order.push("third");
  third.end();
  await sent;
  expect(order).toEqual(["second", "third", "sent true"]);
});

test("a second press while the first waits sends nothing; later ones do again", async () => {
  const lookups = createRunningLookups();
  const lookup = held();
  lookups.track(lookup.work);
  const first = lookups.settled();
  expect(await lookups.settled()).toBe(false);
  lookup.end();
  expect(await first).toBe(true);
  expect(await lookups.settled()).toBe(true);
});
