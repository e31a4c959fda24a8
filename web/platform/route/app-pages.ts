import type { ComponentType } from "react";
import type { FrameParts } from "../shell/frame.tsx";

/** Pages and parts of the frame that an area gives: signing in, the home page, who acts as whom. */
export interface AppPages {
  readonly login: ComponentType;
  readonly home: () => Promise<{ readonly Page: ComponentType }>;
  readonly noCompany: ComponentType;
  /** Shown over the page when the session ended, so that nothing typed is lost. */
  readonly loginAgain: ComponentType<{ readonly onDone: () => void }>;
  readonly frame: FrameParts;
}
