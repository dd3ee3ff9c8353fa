import ErrorIcon from '@material-ui/icons/ErrorOutline';
import type { ActionState } from '../../../hooks/useAction';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorKind, errorText, StateMessage } from '../../async';
import { Section } from '../../maturity/Section';

/** Why a check or a trial run gave no answer; nothing where it did, or was not tried. */
export function Refused(props: {
  state: ActionState<unknown>;
  title: string;
  forbidden: string;
}) {
  const { state, title, forbidden } = props;
  const { t } = useTranslation();
  if (state.kind !== 'failed') return null;
  const words = () => {
    switch (errorKind(state.error)) {
      case 'forbidden':
        return forbidden;
      case 'network':
        return t('common.failed.network');
      default:
        return errorText(state.error);
    }
  };
  return (
    <Section title={title}>
      <StateMessage role="alert" dense icon={<ErrorIcon />} title={words()} />
    </Section>
  );
}
