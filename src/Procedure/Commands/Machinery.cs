using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>What every command needs and none changes: stages, definitions, the engine, the deadline table, the calendar, the directory, the rule book.</summary>
public sealed record Machinery(
    StageCatalog Stages, DefinitionCatalog Definitions, WorkflowRunner Engine, DeadlineClock Deadlines, CalendarSource Calendars, DirectorySource Directory, RuleBookSource Rules);
