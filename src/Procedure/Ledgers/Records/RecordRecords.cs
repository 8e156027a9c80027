using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Records;

/// <summary>第十四条第（二）项第二段: the team enters whether the records came or are missing.</summary>
[Entry(Named, MissingRecords.Clause)]
public sealed class RecordRecords : EntryKind<RecordRecordsForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "record-records";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => MissingRecords.RequestsOf(context.File).Count > 0
        && context.File.Members(TeamKind.Investigation).Any(member => member.PersonId == context.Actor.PersonId);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, RecordRecordsForm form) =>
    [
        Ruling.Require(MissingRecords.RequestsOf(context.File).Any(request => request.Entry.Label == form.Request), MissingRecords.Clause,
            Text.Of<RecordRecords>("Request.None.Reason"), Text.Of<RecordRecords>("Request.None.Remedy")),
        Ruling.Require(form.On <= context.Today, Citations.InternalStep, Text.Of<RecordRecords>("Day.Ahead.Reason"), Text.Of<RecordRecords>("Day.Ahead.Remedy")),
    ];
}
