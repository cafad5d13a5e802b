//! Statements.

use super::Printer;
use super::expr::binary;
use super::header::type_ref;
use crate::{ExprId, ImportedName, LocalId, Stmt, StmtId};

impl Printer<'_> {
    pub(super) fn block(&mut self, block: &[StmtId]) {
        if block.is_empty() {
            self.line("(nothing)");
        }
        for &stmt in block {
            let body = self.body;
            self.stmt(body.stmt(stmt));
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(value) => self.line(&self.expr(*value)),
            Stmt::Assign { targets, value } => {
                let text = format!("{} = {}", self.list(targets, " = "), self.expr(*value));
                self.line(&text);
            }
            Stmt::AugAssign { target, op, value } => {
                let text = format!("{} {}= {}", self.expr(*target), binary(*op), self.expr(*value));
                self.line(&text);
            }
            Stmt::Annotated { target, annotation, value } => {
                let value = value.map_or_else(String::new, |value| format!(" = {}", self.expr(value)));
                let text = format!("{}: {}{value}", self.expr(*target), type_ref(annotation));
                self.line(&text);
            }
            Stmt::Return(value) => self.keyword("return", *value),
            Stmt::If { test, body, orelse } => {
                let test = self.expr(*test);
                self.nested(&format!("if {test}:"), body);
                self.otherwise(orelse);
            }
            Stmt::While { test, body, orelse } => {
                let test = self.expr(*test);
                self.nested(&format!("while {test}:"), body);
                self.otherwise(orelse);
            }
            Stmt::For { target, iter, body, orelse, is_async } => {
                let prefix = if *is_async { "async " } else { "" };
                let header = format!("{prefix}for {} in {}:", self.expr(*target), self.expr(*iter));
                self.nested(&header, body);
                self.otherwise(orelse);
            }
            Stmt::Break => self.line("break"),
            Stmt::Continue => self.line("continue"),
            Stmt::Pass => self.line("pass"),
            Stmt::Raise { exception, cause } => {
                let cause = cause.map_or_else(String::new, |cause| format!(" from {}", self.expr(cause)));
                let text = format!("raise {}{cause}", self.optional(*exception));
                self.line(text.trim_end());
            }
            Stmt::Try { .. } => self.try_stmt(stmt),
            Stmt::With { items, body, is_async } => {
                let prefix = if *is_async { "async " } else { "" };
                let items: Vec<String> = items
                    .iter()
                    .map(|(context, target)| {
                        let target = target.map_or_else(String::new, |target| format!(" as {}", self.expr(target)));
                        format!("{}{target}", self.expr(*context))
                    })
                    .collect();
                self.nested(&format!("{prefix}with {}:", items.join(", ")), body);
            }
            Stmt::Match { subject, cases } => {
                let subject = self.expr(*subject);
                self.line(&format!("match {subject}:"));
                self.indent += 1;
                for case in cases {
                    let guard = case.guard.map_or_else(String::new, |guard| format!(" if {}", self.expr(guard)));
                    let header = format!("case {}{guard}:", self.pattern(&case.pattern));
                    self.nested(&header, &case.body);
                }
                self.indent -= 1;
            }
            Stmt::Assert { test, message } => {
                let message = message.map_or_else(String::new, |message| format!(", {}", self.expr(message)));
                let text = format!("assert {}{message}", self.expr(*test));
                self.line(&text);
            }
            Stmt::Delete(targets) => {
                let text = format!("del {}", self.list(targets, ", "));
                self.line(&text);
            }
            Stmt::Def { function, target, decorators, defaults } => {
                let name = function.def(self.db).name();
                let mut text = format!("{}def {name}{}", self.decorators(decorators), self.bound(*target));
                for (param, value) in defaults {
                    text.push_str(&format!(" #{param}={}", self.expr(*value)));
                }
                self.line(&text);
            }
            Stmt::ClassDef { class, target, decorators } => {
                let name = class.def(self.db).name();
                let text = format!("{}class {name}{}", self.decorators(decorators), self.bound(*target));
                self.line(&text);
            }
            Stmt::Import(names) => names.iter().for_each(|imported| self.imported(imported)),
            Stmt::Alias(name) => {
                let text = format!("type {}", self.expr(*name));
                self.line(&text);
            }
            Stmt::Declaration => self.line("(declaration)"),
            Stmt::Error => self.line("<error>"),
        }
    }

    fn keyword(&mut self, keyword: &str, value: Option<ExprId>) {
        let text = value.map_or_else(|| keyword.to_owned(), |value| format!("{keyword} {}", self.expr(value)));
        self.line(&text);
    }

    fn nested(&mut self, header: &str, block: &[StmtId]) {
        self.line(header);
        self.indent += 1;
        self.block(block);
        self.indent -= 1;
    }

    fn otherwise(&mut self, block: &[StmtId]) {
        if !block.is_empty() {
            self.nested("else:", block);
        }
    }

    fn try_stmt(&mut self, stmt: &Stmt) {
        let Stmt::Try { body, handlers, orelse, finalbody, is_star } = stmt else { return };
        self.nested("try:", body);
        for handler in handlers {
            let mut header = String::from(if *is_star { "except*" } else { "except" });
            if let Some(exception) = handler.exception {
                header.push_str(&format!(" {}", self.expr(exception)));
            }
            if let Some(target) = handler.target {
                header.push_str(&format!(" as {}", self.expr(target)));
            }
            self.nested(&format!("{header}:"), &handler.body);
        }
        self.otherwise(orelse);
        if !finalbody.is_empty() {
            self.nested("finally:", finalbody);
        }
    }

    fn decorators(&self, decorators: &[ExprId]) -> String {
        decorators.iter().map(|decorator| format!("@{} ", self.expr(*decorator))).collect()
    }

    fn bound(&self, target: Option<LocalId>) -> String {
        target.map_or_else(String::new, |target| format!(" as {}", self.body.local(target).name))
    }

    fn imported(&mut self, imported: &ImportedName) {
        let module = format!("{}{}", ".".repeat(imported.level as usize), imported.module.unwrap_or_default());
        let bound = self.bound(imported.bind);
        match imported.name {
            Some(name) => self.line(&format!("from {module} import {name}{bound}")),
            None => self.line(&format!("import {module}{bound}")),
        }
    }
}
