import { stringifyEntityRef } from '@backstage/catalog-model';
import { Route, Routes, useParams } from 'react-router-dom';
import { CampaignsPage } from '../campaigns/CampaignsPage';
import { ChangesPage } from '../changes/ChangesPage';
import { ExemptionsPage } from '../exemptions/ExemptionsPage';
import { GatePage } from '../gate/GatePage';
import { KpisPage } from '../kpis/KpisPage';
import { RisksPage } from '../kpis/RisksPage';
import { PreviewPage } from '../previews/PreviewPage';
import { TierHonestyPage } from '../promises/TierHonestyPage';
import { PacketPage } from '../reports/PacketPage';
import { HeatmapPage } from '../rollups/HeatmapPage';
import { RollupsPage } from '../rollups/RollupsPage';
import { HandoverPage } from '../reports/HandoverPage';
import { ProgrammeNav } from './ProgrammeNav';

function Handover() {
  const { kind = '', namespace = '', name = '' } = useParams();
  return (
    <HandoverPage entityRef={stringifyEntityRef({ kind, namespace, name })} />
  );
}

/** The lead's view and its parts, each at a path of its own. */
export function ProgrammePages() {
  return (
    <Routes>
      <Route path="handover/:kind/:namespace/:name" element={<Handover />} />
      <Route path="*" element={<ProgrammeNav />}>
        <Route index element={<KpisPage />} />
        <Route path="map" element={<HeatmapPage />} />
        <Route path="teams" element={<RollupsPage />} />
        <Route path="changes" element={<ChangesPage />} />
        <Route path="campaigns/*" element={<CampaignsPage />} />
        <Route path="exemptions" element={<ExemptionsPage />} />
        <Route path="risks" element={<RisksPage />} />
        <Route path="preview" element={<PreviewPage />} />
        <Route path="tiers" element={<TierHonestyPage />} />
        <Route path="gate" element={<GatePage />} />
        <Route path="packet" element={<PacketPage />} />
      </Route>
    </Routes>
  );
}
