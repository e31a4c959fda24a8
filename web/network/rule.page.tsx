import { Answered, useApi, usePathParams } from "../platform/index.ts";
import { RuleEditor } from "./rule-editor.tsx";

/** A dispatch rule: new, or one there is. */
export function Page() {
  const { ruleId = "new" } = usePathParams();
  const groups = useApi("/api/v1/network/groups", {});
  const rule = useApi("/api/v1/network/rules/{id}", { params: { path: { id: ruleId } } }, { when: ruleId !== "new" });
  return (
    <Answered answer={groups}>
      {(known) =>
        ruleId === "new" ? (
          <RuleEditor groups={known.rows} rule={null} />
        ) : (
          <Answered answer={rule}>
            {(one) => <RuleEditor key={`${one.id}/${one.version}`} groups={known.rows} rule={one} />}
          </Answered>
        )
      }
    </Answered>
  );
}
