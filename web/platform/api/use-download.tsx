import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { answerOf, commonHeaders } from "./client.ts";
import { fileNameOf } from "./file-name.ts";
import { Refused, Unreachable } from "./problem.ts";

type Query = Readonly<Record<string, string>>;

/**
 * Fetches a file and hands it to the browser to save. A refusal is a sentence on the page and not a broken file; letters
 * that Shift_JIS lacks are asked about.
 */
export function useDownload(): { readonly busy: boolean; readonly download: (path: string, query?: Query) => void } {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const download = async (path: string, query: Query = {}) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await saveFile(path, query);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      if (error instanceof Refused && error.problem.code === "UNMAPPABLE_CHARACTERS") {
        modals.openConfirmModal({
          title: error.problem.title,
          children: error.problem.detail,
          labels: { confirm: t("platform.list.replaceLetters"), cancel: t("platform.cancel") },
          onConfirm: () => void download(path, { ...query, replaceUnmappable: "true" }),
        });
      } else {
        const message = error instanceof Refused ? error.problem.detail : t("platform.unreachable.tryAgain");
        notifications.show({ message, color: "red", autoClose: 10_000 });
      }
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, download: (path, query) => void download(path, query) };
}

async function saveFile(path: string, query: Query): Promise<void> {
  const params = new URLSearchParams(query);
  const response = await fetch(`${path}?${params}`, { headers: commonHeaders(), credentials: "same-origin" }).catch(
    (error: unknown) => {
      throw new Unreachable(error);
    },
  );
  if (!response.ok) answerOf({ error: await response.json().catch(() => undefined), response });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(response.headers.get("content-disposition"), `musubi.${query["format"] ?? "txt"}`);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
