import type {
  CoverState,
  ListOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { coverStates } from '../../../utils/oncall/params';
import { CountFilter } from '../../common';
import { CoverMark } from '../common';

/** How many services are covered and how many are not, as buttons that filter. */
export function StateFilter(props: {
  counts: ListOncallResponse['counts'];
  chosen: readonly CoverState[];
  onChange: (chosen: CoverState[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <CountFilter
      {...props}
      label={t('oncalls.states')}
      help={t('oncalls.statesHelp')}
      values={coverStates}
      mark={state => <CoverMark state={state} />}
    />
  );
}
