import type { ReactNode } from "react";
import type { IconName } from "../parts/icons.tsx";

/** What an action will do, told before it is done. */
export interface Preview {
  /** Sentences: "2 orders become late: …". */
  readonly consequences: readonly string[];
  /** Who outside the company will see what. */
  readonly visibleTo?: readonly {
    readonly company: string;
    readonly sees: readonly string[];
    readonly hidden?: readonly string[];
  }[];
  /** A sentence that stops it; the button then stays off. */
  readonly obstacle?: string;
}

/** Something that can be done with a document. */
export interface DocumentAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Not shown without it. */
  readonly permission?: string;
  /** Why it cannot be done now; the action is shown, but off, with this sentence. */
  readonly notNow?: string | null;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly run: () => unknown;
  /** Asks first, and says what will happen. */
  readonly confirm?: {
    readonly title: string;
    readonly text?: ReactNode;
    /** Asked from the server when the dialog opens. */
    readonly preview?: () => Promise<Preview>;
    readonly label?: string;
  };
}
