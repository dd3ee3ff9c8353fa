/** Whether something that a search found is a service, an incident or a postmortem of Plimsoll. */
export const isReliabilityDocument = ({ type }: { type: string }): boolean =>
  /^reliability(-|$)/.test(type);
