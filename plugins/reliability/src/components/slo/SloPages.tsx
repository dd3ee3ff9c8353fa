import { Route, Routes } from 'react-router-dom';
import { SloDraftPage } from './SloDraftPage';
import { SlosPage } from './SlosPage';

/** The SLOs of the company and, below them, the place where a draft is tried. */
export function SloPages() {
  return (
    <Routes>
      <Route path="draft" element={<SloDraftPage />} />
      <Route path="*" element={<SlosPage />} />
    </Routes>
  );
}
