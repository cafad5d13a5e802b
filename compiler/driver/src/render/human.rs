//! Diagnostics for people, laid out by codespan-reporting.

use codespan_reporting::diagnostic::{Diagnostic as Report, Label as ReportLabel, LabelStyle, Severity as ReportSeverity};
use codespan_reporting::term::termcolor::WriteColor;
use codespan_reporting::term::{self, Config};
use pyc_base::{Diagnostic, FileId, Severity};

use super::excerpt::Excerpts;
use super::{CommandError, Sources};

pub(super) fn render(out: &mut dyn WriteColor, diagnostic: &Diagnostic, sources: &dyn Sources) {
    let excerpts = Excerpts::of(diagnostic, sources);
    emit(out, &report(diagnostic, &excerpts), &excerpts);
}

pub(super) fn render_command_error(out: &mut dyn WriteColor, error: &CommandError) {
    let mut report = Report::<FileId>::error().with_code(error.code.id).with_message(&error.message);
    report.notes.extend(error.help.iter().map(|help| format!("help: {help}")));
    emit(out, &report, &Excerpts::default());
}

/// Nothing can be done where standard error is closed.
fn emit(out: &mut dyn WriteColor, report: &Report<FileId>, excerpts: &Excerpts<'_>) {
    let _ = term::emit_to_write_style(out, &Config::default(), excerpts, report);
}

fn report(diagnostic: &Diagnostic, excerpts: &Excerpts<'_>) -> Report<FileId> {
    let severity = match diagnostic.severity {
        Severity::Error => ReportSeverity::Error,
        Severity::Warning => ReportSeverity::Warning,
        Severity::Note => ReportSeverity::Note,
    };
    let labels = diagnostic.labels.iter().enumerate().map(|(index, label)| {
        let style = if index == 0 { LabelStyle::Primary } else { LabelStyle::Secondary };
        ReportLabel::new(style, label.file, excerpts.range(label.file, label.span)).with_message(&label.message)
    });
    let mut report = Report::new(severity).with_code(diagnostic.code.id).with_message(&diagnostic.message).with_labels(labels.collect());
    report.notes.extend(diagnostic.notes.iter().cloned());
    report.notes.extend(diagnostic.help.iter().map(|help| format!("help: {help}")));
    report
}
