import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton, TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import type { Editing } from './editing';
import { useReportedText } from './useReportedText';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    marginTop: theme.spacing(-0.5),
    fontFamily: theme.typography.fontFamily,
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
    paddingLeft: theme.spacing(1.5),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
}));

/** A field; where a person set it, also what the provider says, who set it, and the way back. */
export function EditedField(props: {
  editing: Editing;
  /** As the backend names it. */
  field: string;
  /** As people call it. */
  label: string;
  children: ReactNode;
}) {
  const { editing, field, label, children } = props;
  const { incident, provider, reverted, setReverted } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  const reportedText = useReportedText();
  const edit = incident.edits.find(each => each.field === field);
  const back = reverted.includes(field);
  return (
    <div className={classes.root}>
      {children}
      {edit && provider && (
        <div className={classes.line}>
          <span>
            {t('incidentForms.edit.reported', {
              provider,
              value: reportedText(field, edit.reported),
            })}
          </span>
          {back ? (
            <span role="status">
              {t('incidentForms.edit.reverted', { provider })}
            </span>
          ) : (
            <span>
              {t('incidentForms.edit.edited')} <Person name={edit.by} />,{' '}
              <TimeAgo at={edit.at} />
            </span>
          )}
          <SmallButton
            quiet
            aria-label={t(
              back
                ? 'incidentForms.edit.keepLabel'
                : 'incidentForms.edit.revertLabel',
              { field: label, provider },
            )}
            onClick={() => setReverted(field, !back)}
          >
            {t(back ? 'incidentForms.edit.keep' : 'incidentForms.edit.revert', {
              provider,
            })}
          </SmallButton>
        </div>
      )}
    </div>
  );
}
