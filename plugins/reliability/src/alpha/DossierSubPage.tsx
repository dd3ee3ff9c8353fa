import { useParams } from 'react-router-dom';
import { DossierPage } from '../components/readiness/DossierPage';

/** The dossier of the review that the rest of the address names. */
export function DossierSubPage() {
  return <DossierPage id={useParams()['*'] ?? ''} />;
}
