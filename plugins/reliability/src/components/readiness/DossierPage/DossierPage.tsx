import { useDossier } from '../../../hooks/readiness/useReviews';
import { Async, NotFound } from '../../async';
import { DossierDocument } from './DossierDocument';

/** The frozen copy of what a review approved, as a page to be read and printed. */
export function DossierPage({ id }: { id: string }) {
  const state = useDossier(id);
  return (
    <Async state={state}>
      {response =>
        response ? <DossierDocument response={response} /> : <NotFound />
      }
    </Async>
  );
}
