import { useServiceView } from '../useServiceView';

/** What the address says about the readiness of a service: which part of it is shown. */
export function useReadinessView() {
  const { valueOf, change } = useServiceView();
  return {
    checklist: valueOf('checklist'),
    item: valueOf('item'),
    review: valueOf('review'),
    change,
  };
}
