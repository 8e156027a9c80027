using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Audit;

/// <summary>By which outcome each submission left its stage, as the audit has it. Look an id up only where the submission itself may be read.</summary>
internal static class SubmittedOutcomes
{
    /// <summary>Outcomes by the id of the submission; one that did not leave its stage is not among them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(AccountabilityDb db, string caseId, CancellationToken cancellationToken)
    {
        var details = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == caseId && entry.Act == nameof(CompleteWorkItem))
            .Select(entry => entry.Details).ToListAsync(cancellationToken);
        var outcomes = new Dictionary<string, string>();
        foreach (var entry in details)
        {
            using var json = JsonDocument.Parse(entry);
            if (json.RootElement.TryGetProperty("item", out var item) && json.RootElement.TryGetProperty("outcome", out var outcome)
                && outcome.GetString() is { } name)
                outcomes[item.GetString()!] = name;
        }
        return outcomes;
    }
}
