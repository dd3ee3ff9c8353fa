import {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { SloDocumentReader } from './SloDocumentReader';

/** The reader of SLO files over the portal's own integrations. */
export const createSloDocuments = ({
  config,
  urlReader,
  folders,
  timeout,
}: {
  readonly config: RootConfigService;
  readonly urlReader: UrlReaderService;
  /** Below which entities on disk may live. */
  readonly folders: readonly string[];
  /** Milliseconds that a host has to give a file. */
  readonly timeout?: number;
}): SloDocumentReader =>
  new SloDocumentReader({
    urlReader,
    folders,
    timeout,
    integrations: ScmIntegrations.fromConfig(config),
  });
