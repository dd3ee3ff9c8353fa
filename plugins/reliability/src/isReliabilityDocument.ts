/** Whether something that a search found is an incident or a postmortem. */
export const isReliabilityDocument = ({ type }: { type: string }): boolean =>
  /^reliability(-|$)/.test(type);
