using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Ledgers.Records;

/// <summary>A request with its newest answer; null while there is none.</summary>
public sealed record RecordsRequest(CaseEntry Entry, RequestRecordsForm Form, RecordRecordsForm? Answer);

/// <summary>第十四条第（二）项第二段: records that a unit should have kept and did not are a finding against it.</summary>
public static class MissingRecords
{
    /// <summary>The duty to keep records.</summary>
    public const string Clause = "第十四条第（二）项第二段";

    /// <summary>Every request of a case.</summary>
    public static IReadOnlyList<RecordsRequest> RequestsOf(CaseFile file) =>
    [
        .. file.EntriesOf<RequestRecordsForm>(RequestRecords.Named).Select(row => new RecordsRequest(row.Entry, row.Form,
            file.EntriesOf<RecordRecordsForm>(RecordRecords.Named).Select(answer => answer.Form).LastOrDefault(answer => answer.Request == row.Entry.Label))),
    ];

    /// <summary>The requests whose records are missing.</summary>
    public static IReadOnlyList<RecordsRequest> Of(CaseFile file) => [.. RequestsOf(file).Where(request => request.Answer?.Result is RecordsResult.Missing)];

    /// <summary>第十四条第（二）项第二段: a unit whose records are missing stands in the matrix with that finding.</summary>
    [Clause("第十四条第（二）项第二段")]
    public static IEnumerable<Ruling> AreFound(CaseFile file, DefineResponsibilityForm draft) => Of(file).Select(request => Ruling.Require(
        draft.Matrix.Exists(finding => !finding.IsPerson && finding.OrganisationId == request.Form.OrganisationId && finding.Duty.Contains(request.Entry.Label)), Clause,
        Text.Of<DefineResponsibilityStage>("Records.NoFinding.Reason", request.Entry.Label), Text.Of<DefineResponsibilityStage>("Records.NoFinding.Remedy", request.Entry.Label)));

    /// <summary>The findings that missing records come to, for the matrix to begin with.</summary>
    public static IEnumerable<Finding> Findings(CaseFile file) => Of(file).Select(request => new Finding
    {
        OrganisationId = request.Form.OrganisationId, Failure = FailureKind.NotPerformed,
        Duty = Text.Of<DefineResponsibilityStage>("Records.Duty", request.Entry.Label, Text.Of<RequestRecords>($"RecordsCategory.{request.Form.Category}")).ToString(),
        Act = request.Answer!.Description, Evidence = Text.Of<DefineResponsibilityStage>("Records.Evidence", request.Entry.Label).ToString(),
    });
}
