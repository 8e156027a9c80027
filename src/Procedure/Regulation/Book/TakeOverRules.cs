using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>内部环节: an open case takes over a rule set that was approved after it was opened, by a decision with its reason; the government is told what changes.</summary>
/// <param name="RuleSet">The approved rule set.</param>
public sealed record TakeOverRules(string Id, string PersonId, string Case, string RuleSet, string Reason) : Command(Id, PersonId)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 1000;

    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{Case}|{RuleSet}|{Reason}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var version = RuleSetRights.MayApprove(scope.Actor)
            ? await scope.Db.RuleSets.AsNoTracking().SingleOrDefaultAsync(known => known.Id == RuleSet && known.Edition != null, cancellationToken) : null;
        var file = version is null ? null : await scope.CaseAsync(Case, cancellationToken);
        if (version is null || file is null || file.Concerns(PersonId))
            return new Answer.NotFound();
        var edition = version.Edition!.Value;
        if (!file.IsAlive)
            return RuleSetRights.Refuse("CaseEnded", file.Number);
        if (Reason is "" or { Length: > LongestReason })
            return RuleSetRights.Refuse("NoReason", LongestReason);
        if (file.RuleEdition >= edition || file.AdoptedRules.Contains(edition))
            return new Answer.Done($"/rule-sets/{RuleSet}");

        var kind = RuleKind.Of(version.Kind);
        var before = InChinese(kind, file);
        file.Book = scope.Machinery.Rules.With(edition);
        file.AdoptedRules = [.. file.AdoptedRules.Append(edition).Order()];
        kind.TakeOver(file);
        var changes = before.Zip(InChinese(kind, file)).Where(pair => pair.First.Value != pair.Second.Value).ToList();
        // What lies behind the wall has an entry of its own, which only its members read.
        foreach (var side in changes.Select(pair => (pair.First.Of, Before: pair.First.Value, After: pair.Second.Value, pair.First.Walled)).ToLookup(change => change.Walled)
            .Select(side => (IsWalled: side.Key, Changes: side.ToList())).DefaultIfEmpty((IsWalled: false, Changes: [])))
        {
            if (side.Changes.Count > 0)
                file.Notify(new Recipient(side.IsWalled ? Roles.Supervision : Roles.Government), Text.Of<RuleSetTexts>("Notice.TakenOver", file.Number, version.Citation,
                    string.Join("；", side.Changes.Select(change => $"{change.Of}：{change.Before} → {change.After}"))), scope.Now, side.IsWalled);
            await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new
            {
                rules = version.Id, version.Kind, edition, version.Citation, reason = Reason,
                changes = side.Changes.Select(change => new { of = change.Of, before = change.Before, after = change.After }),
            }, FormJsonText.Options), side.IsWalled, cancellationToken);
            await scope.Db.SaveChangesAsync(cancellationToken);
        }
        return new Answer.Done($"/rule-sets/{RuleSet}");
    }

    // The file is kept in Chinese, whatever language the page is read in.
    private static List<RuleResult> InChinese(RuleKind kind, CaseFile file)
    {
        var reader = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            return [.. kind.ResultsIn(file, file.Rules)];
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}
