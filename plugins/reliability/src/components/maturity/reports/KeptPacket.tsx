import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { SmallButton } from '../../common';
import { DocumentView } from './DocumentView';

/** The packet of a handover as it was on the day of the offer. */
export function KeptPacket(props: { id: string; onBack: () => void }) {
  const { id, onBack } = props;
  const { t } = useTranslation();
  const state = useRoute('getHandover', { id }, id);
  return (
    <Async state={state}>
      {({ document }) => (
        <DocumentView
          document={document}
          actions={
            <div data-print="hidden">
              <SmallButton onClick={onBack}>
                {t('reports.handover.currentPacket')}
              </SmallButton>
            </div>
          }
        />
      )}
    </Async>
  );
}
