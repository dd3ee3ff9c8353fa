import { Endpoint } from '../http/endpoint';
import { addCampaignsRoutes } from './campaigns/campaignsRouter';
import { addChangesRoutes } from './changes/changesRouter';
import { addExemptionsRoutes } from './exemptions/exemptionsRouter';
import { addGateRoutes } from './gate/gateRouter';
import { addPreviewsRoutes } from './previews/previewsRouter';
import { addKpisRoutes } from './kpis/kpisRouter';
import { addPromisesRoutes } from './promises/promisesRouter';
import { addReportsRoutes } from './reports/reportsRouter';
import { addRollupsRoutes } from './rollups/rollupsRouter';
import { Programme } from './createProgramme';

/** The routes of the lead's view. */
export function addProgrammeRoutes(on: Endpoint, programme: Programme): void {
  addGateRoutes(on, programme.gate);
  addChangesRoutes(on, programme.changes);
  addRollupsRoutes(on, programme.rollups);
  addExemptionsRoutes(on, programme.exemptions);
  addCampaignsRoutes(on, programme.campaigns);
  addPreviewsRoutes(on, programme.previews);
  addPromisesRoutes(on, programme.promises);
  addKpisRoutes(on, programme.kpis);
  addReportsRoutes(on, programme.reports);
}
