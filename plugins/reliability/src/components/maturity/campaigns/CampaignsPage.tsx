import { Route, Routes, useParams } from 'react-router-dom';
import { CampaignList } from './list/CampaignList';
import { CampaignPage } from './page/CampaignPage';

function Campaign() {
  const { id = '' } = useParams();
  return <CampaignPage key={id} id={id} />;
}

/** Campaigns: all of them, and each. */
export function CampaignsPage() {
  return (
    <Routes>
      <Route index element={<CampaignList />} />
      <Route path=":id" element={<Campaign />} />
    </Routes>
  );
}
