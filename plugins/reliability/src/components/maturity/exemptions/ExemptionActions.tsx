import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionItem,
  ListExemptionsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { DecideDialog } from './DecideDialog';
import { RequestDialog } from './RequestDialog';
import { StoryDialog } from './StoryDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    justifyContent: 'flex-end',
    [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
  },
}));

const actions = ['decide', 'revoke', 'withdraw', 'renew', 'story'] as const;
type Action = (typeof actions)[number];

/** What the reader may do with an exemption, as buttons that open a dialog each. */
export function ExemptionActions(props: {
  exemption: ExemptionItem;
  rules: ListExemptionsResponse['rules'];
  onChanged: (sentence: string) => void;
}) {
  const { exemption, rules, onChanged } = props;
  const { check, service, may } = exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action>();
  const names = { check: check.title, service: service.title };
  const isOffered: Record<Action, boolean> = {
    decide: may.approve || may.deny,
    revoke: may.revoke,
    // Whoever may revoke has no use for both.
    withdraw: may.withdraw && !may.revoke,
    renew: may.renew,
    story: true,
  };
  const close = () => setOpen(undefined);
  const decided = (written: ExemptionItem) => {
    close();
    onChanged(t(`exemptions.decide.said.${written.state}`));
  };
  return (
    <div className={classes.root}>
      {actions
        .filter(action => isOffered[action])
        .map(action => (
          <SmallButton
            key={action}
            aria-label={t(`exemptions.row.${action}Label`, names)}
            onClick={() => setOpen(action)}
          >
            {t(`exemptions.row.${action}`)}
          </SmallButton>
        ))}
      {(open === 'decide' || open === 'revoke' || open === 'withdraw') && (
        <DecideDialog
          exemption={exemption}
          action={open}
          onWritten={decided}
          onClose={close}
        />
      )}
      {open === 'renew' && (
        <RequestDialog
          entityRef={service.entityRef}
          scorecard={exemption.scorecard.id}
          check={check}
          rules={rules}
          renews={exemption}
          onWritten={() => {
            close();
            onChanged(t('exemptions.request.said'));
          }}
          onClose={close}
        />
      )}
      {open === 'story' && (
        <StoryDialog exemption={exemption} onClose={close} />
      )}
    </div>
  );
}
