using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>内部环节 (恢复): a case that rested goes on where it was; its clocks go on without the days of rest.</summary>
[Entry(Named, Citations.InternalStep)]
public sealed class ResumeCase : LifeEntry<ResumeCaseForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "resume-case";

    /// <inheritdoc/>
    public override bool IsInTime(CaseFile file) => file.Status is CaseStatus.Suspended;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ResumeCaseForm form) =>
    [
        IsOfThisTime(context, form.On),
        Require(context.File.EntriesOf<SuspendCaseForm>(SuspendCase.Named).LastOrDefault().Form?.On is not { } since || form.On >= since, "BeforeRest"),
    ];

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var (file, said) = (context.File, (ResumeCaseForm)form);
        file.Status = CaseStatus.Open;
        foreach (var rest in scope.Db.Suspensions.Local.Where(stop => stop.CaseId == file.Id && stop.Code == Suspension.WholeCase && stop.To is null))
            rest.To = said.On;
        StoppedClocks.RecountAll(scope, file.Id);
        Tell(context, "Notice.Resumed", said.DocumentNumber);
        return Task.CompletedTask;
    }
}

/// <summary>内部环节: the decision that a case goes on.</summary>
public sealed record ResumeCaseForm
{
    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }
}
