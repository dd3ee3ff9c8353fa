import TrialIcon from '@material-ui/icons/HelpOutline';
import type { TiersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ListAddress } from '../../../../hooks/useListAddress';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async, StateMessage } from '../../../async';
import type { PreviewParams } from '../previewAddress';
import { PreviewedServices } from './PreviewedServices';
import { PreviewSummary } from './PreviewSummary';

interface Props {
  address: ListAddress<PreviewParams>;
  tiers: TiersResponse['items'];
}

function Result({ id, address, tiers }: Props & { id: string }) {
  const { t } = useTranslation();
  const state = useRoute('getPreview', { id }, id);
  return (
    <Async
      state={state}
      notFound={
        <StateMessage icon={<TrialIcon />} title={t('previews.result.gone')}>
          {t('previews.result.goneText')}
        </StateMessage>
      }
    >
      {preview => (
        <>
          <PreviewSummary preview={preview} tiers={tiers} address={address} />
          <PreviewedServices preview={preview} address={address} />
        </>
      )}
    </Async>
  );
}

/** What a preview found, where the address names one. */
export function PreviewResult({ address, tiers }: Props) {
  const { t } = useTranslation();
  const { preview } = address.params;
  return preview ? (
    <Result id={preview} address={address} tiers={tiers} />
  ) : (
    <StateMessage icon={<TrialIcon />} title={t('previews.result.empty')}>
      {t('previews.result.emptyText')}
    </StateMessage>
  );
}
