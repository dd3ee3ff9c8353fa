import { Route, Routes, useParams } from 'react-router-dom';
import { IncidentPage } from './IncidentPage';
import { IncidentsPage } from './IncidentsPage';
import { PostmortemPage } from './PostmortemPage';

function OneIncident() {
  return <IncidentPage id={useParams().id ?? ''} />;
}

function OnePostmortem() {
  return <PostmortemPage id={useParams().id ?? ''} />;
}

/** The incidents of the company and, below them, one incident and its postmortem. */
export function IncidentPages() {
  return (
    <Routes>
      <Route path=":id/postmortem" element={<OnePostmortem />} />
      <Route path=":id" element={<OneIncident />} />
      <Route path="*" element={<IncidentsPage />} />
    </Routes>
  );
}
