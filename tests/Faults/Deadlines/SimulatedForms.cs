using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowAccountability.Faults.Verbs;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RecordRestrictions;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>What a case that is played to its end is about.</summary>
/// <param name="Level">The event's level; null for a matter that is no event.</param>
/// <param name="Supervised">Whether the supervision organ inquires too.</param>
internal sealed record SimulatedMatter(string? Level, bool Supervised);

/// <summary>The forms that lead a case to its end, which all belong to one day, as if that day were today.</summary>
internal static class SimulatedForms
{
    private static readonly DateOnly dayOfTheForms = new(2026, 3, 2);
    private static readonly List<ClaimedGround> noEvent = [new() { Item = LaunchGround.Other, Facts = "连续三年未完成整改。" }];

    public static object For(WorkItem item, SimulatedMatter matter, DateOnly today) => item.FormName switch
    {
        nameof(RestrictionsForm) => ((RestrictionsForm)Dated(RightForm.For(item), item, today)) is var form ? form with
        {
            Entries = [.. form.Entries.Select(entry => entry with { EventYear = today.Year, FindingYear = today.Year })],
        } : null!,
        _ => Dated(Undated(item, matter), item, today),
    };

    private static object Undated(WorkItem item, SimulatedMatter matter) => item.FormName switch
    {
        nameof(RegisterLeadForm) when matter.Level is null => Filled.Lead with { WithoutAdvice = false, Grounds = noEvent },
        nameof(LaunchInvestigationForm) when matter.Level is null =>
            Filled.Launch with { Grounds = noEvent, OfficialLevel = null, LevelReason = null, EmergencyEndedOn = null },
        nameof(LaunchInvestigationForm) => Filled.Launch with { OfficialLevel = matter.Level },
        nameof(DecideSupervisionForm) when matter.Supervised => Concluding.Started,
        nameof(SuperviseDutiesForm) => Concluding.Opinions with
        {
            Opinions = [.. Concluding.Opinions.Opinions.Select(opinion => opinion with { Measure = "AdministrativeDiscipline", Text = "给予政务记过处分。", Basis = "《公职人员政务处分法》" })],
        },
        nameof(SpecialReportForm) => Concluding.SpecialReport,
        nameof(CooperationRequestsForm) => new CooperationRequestsForm
        {
            SuperiorOrgan = "自治区生态环境厅",
            Requests =
            [
                new() { OrganisationId = "finance", What = "资金台账。", DueOn = dayOfTheForms.AddDays(Convert.ToInt32(item.Id[..2], 16) % 30) },
                new() { OrganisationId = "police", What = "出警记录。", DueOn = dayOfTheForms.AddDays(Convert.ToInt32(item.Id[2..4], 16) % 30) },
            ],
        },
        nameof(CooperationSupplyForm) => (CooperationSupplyForm)FormJsonText.Read(item.Prefill!, typeof(CooperationSupplyForm)) with
        {
            Supplied = "已报送。", SuppliedOn = dayOfTheForms, Contact = "办公室",
        },
        nameof(CooperationConclusionForm) => new CooperationConclusionForm
        {
            End = CooperationEnd.Concluded, Result = "责任追究由地方落实。", ConcludedOn = dayOfTheForms, Document = "新环函〔示例〕9号",
        },
        _ => RightForm.For(item),
    };

    // What the form was shown already belongs to its own day.
    private static object Dated(object form, WorkItem item, DateOnly today)
    {
        var days = today.DayNumber - dayOfTheForms.DayNumber;
        string Moved(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && item.Prefill?.Contains(text, StringComparison.Ordinal) is not true ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
        JsonNode? Walk(JsonNode? node) => node switch
        {
            JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Walk(field.Value)))),
            JsonArray rows => new JsonArray([.. rows.Select(Walk)]),
            JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Moved(text)),
            _ => node?.DeepClone(),
        };
        return FormJsonText.Read(Walk(JsonNode.Parse(FormJsonText.Write(form)))!.ToJsonString(FormJsonText.Options), form.GetType());
    }
}
