import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useMe } from '../../../hooks/incidents/useMe';
import { useSetPostmortemStatus } from '../../../hooks/incidents/usePostmortem';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  stepsOf,
  type PostmortemStep,
} from '../../../utils/incidents/postmortemSteps';
import { refusalOf } from '../../common';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  steps: { display: 'grid', gap: theme.spacing(1) },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
}));

/** The steps that come next, and why one cannot be taken. */
export function PostmortemSteps(props: {
  postmortem: PostmortemResponse;
  dirty: boolean;
  onWritten: (written: PostmortemResponse) => void;
}) {
  const { postmortem, dirty, onWritten } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [said, setSaid] = useState('');
  const me = useMe();
  const { state, run } = useSetPostmortemStatus(
    postmortem.incident.id,
    written => {
      setSaid(t(`postmortem.step.done.${written.status}`));
      onWritten(written);
    },
  );
  const titles = new Map(
    postmortem.sections.map(section => [section.id, section.title]),
  );
  const reasonOf = (block: NonNullable<PostmortemStep['block']>) =>
    t(`postmortem.step.block.${block}`, {
      sections: postmortem.missingSections
        .map(section => titles.get(section) ?? section)
        .join(', '),
    });
  const nameOf = (to: PostmortemStep['to']) =>
    postmortem.status === 'published'
      ? t('postmortem.step.reopen')
      : t(`postmortem.step.${to}`);
  return (
    <Section title={t('postmortem.step.label')}>
      <div className={classes.steps}>
        {stepsOf(postmortem, { dirty, me }).map(({ to, block }) => (
          <div key={to} className={classes.step}>
            <Button
              size="small"
              variant={to === 'draft' ? 'outlined' : 'contained'}
              color={to === 'draft' ? 'default' : 'primary'}
              disabled={block !== undefined || state.kind === 'running'}
              aria-describedby={block && `${id}-${to}`}
              onClick={() => {
                setSaid('');
                run({ version: postmortem.version, status: to });
              }}
            >
              {nameOf(to)}
            </Button>
            {block && (
              <Typography variant="body2" id={`${id}-${to}`}>
                {reasonOf(block)}
              </Typography>
            )}
          </div>
        ))}
      </div>
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <Typography variant="body2" role="alert">
        {refusalOf(state, {
          forbidden: t('postmortem.step.forbidden'),
          failed: message => t('postmortem.step.failed', { message }),
        })}
      </Typography>
    </Section>
  );
}
