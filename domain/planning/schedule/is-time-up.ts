/** How long a search may go on: asked now and then; true ends it. The domain has no clock, so the caller brings one. */
export type IsTimeUp = () => boolean;
