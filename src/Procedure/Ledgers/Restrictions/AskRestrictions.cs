using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>A restriction as a reply slip states it: what, since when, on which document; nothing of the case.</summary>
public sealed record AnsweredRestriction(string Kind, DateOnly Start, DateOnly? End, string Basis);

/// <summary>
/// 第十二条第一款: an office of personnel or commendation asks about a person or a unit, and gets a reply slip. The question, its purpose and the
/// answer are kept. A case in which the asker is excluded is left out, and every slip says that it may be.
/// </summary>
/// <param name="Subject">The id of a person or an organisation.</param>
public sealed record AskRestrictions(string Id, string PersonId, string Subject, bool IsPerson, string Purpose) : Command(Id, PersonId)
{
    /// <summary>Who may ask: those who decide on promotion or commendation, and those who keep the ledger.</summary>
    public static bool May(Actor actor) => new[] { Roles.OrgDept, Roles.Commendation, Roles.Discipline, Roles.Supervision, Roles.Government, Roles.PartyCommittee }.Any(role => actor.Holds(role));

    /// <inheritdoc/>
    protected override string Payload => $"{Subject}|{IsPerson}|{Purpose}";

    [Clause("第十二条第一款", "不得提拔重用")]
    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!May(scope.Actor))
            return new Answer.NotFound();
        if (new[] { HasAPurpose(), IsKnown(scope.Directory), IsAboutAnother() }.Where(ruling => !ruling.IsAllowed).ToList() is { Count: > 0 } refusals)
            return new Answer.Refused(refusals);
        var query = new RestrictionQuery
        {
            Id = Id, PersonId = PersonId, PersonText = $"{scope.Actor.PostText} {scope.Actor.Name}", SubjectId = Subject, IsPerson = IsPerson,
            SubjectText = IsPerson ? $"{scope.Directory.NameOfPerson(Subject)}（{scope.Directory.PostOf(Subject, scope.Today)}）" : scope.Directory.NameOf(Subject, scope.Today),
            Purpose = Purpose.Trim(), Answer = JsonSerializer.Serialize(await HoldingAsync(scope, cancellationToken), FormJsonText.Options), At = scope.Now,
        };
        scope.Db.Add(query);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { query.SubjectId, query.Purpose, query.Answer }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/restrictions/{Id}");
    }

    private async Task<IReadOnlyList<AnsweredRestriction>> HoldingAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        string[] units = IsPerson ? [] : [Subject, .. scope.Directory.SuccessorsOf(Subject)];
        var files = await scope.Db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.Restrictions).Include(file => file.Entries).Include(file => file.Measures).Include(file => file.Submissions).AsSplitQuery()
            .Where(file => file.Restrictions.Any() && !file.Exclusions.Any(exclusion => exclusion.PersonId == PersonId)
                && file.Parties.Any(party => IsPerson ? party.PersonId == Subject : !party.IsPerson && units.Contains(party.OrganisationId)))
            .OrderBy(file => file.OpenedAt).ToListAsync(cancellationToken);
        return [.. files.SelectMany(file => file.Parties.Where(party => IsPerson ? party.PersonId == Subject : !party.IsPerson && units.Contains(party.OrganisationId))
            .SelectMany(party => Of(file, party, scope.Today)))];
    }

    private static IEnumerable<AnsweredRestriction> Of(CaseFile file, Party party, DateOnly today) =>
    [
        .. file.Restrictions.Where(restriction => restriction.PartyId == party.Id && restriction.Holds(today))
            .Select(restriction => new AnsweredRestriction($"Restriction.{restriction.Kind}", restriction.Start, restriction.End, restriction.Basis)),
        .. ImpactLedger.Of(file, party.Id) is { } line ? line.Periods
            .Where(period => period.Until >= today).Select(period => new AnsweredRestriction($"ImpactEffect.{period.Effect}",
                line.Form.Sanctions.Min(sanction => sanction.EffectiveOn) ?? today, period.Until, string.Join("、",
                    line.Form.Sanctions.Select(sanction => sanction.DocumentNumber).Concat(line.Revoked.Concat(line.Changed).Select(decision => decision.DocumentNumber)).Distinct()))) : [],
    ];

    private Ruling HasAPurpose() => Ruling.Require(!string.IsNullOrWhiteSpace(Purpose), Citations.InternalStep,
        Text.Of<LedgerTexts>("Query.NoPurpose.Reason"), Text.Of<LedgerTexts>("Query.NoPurpose.Remedy"));

    private Ruling IsKnown(OrganisationDirectory directory) => Ruling.Require(IsPerson ? directory.KnowsPerson(Subject) : directory.KnowsOrganisation(Subject),
        Citations.InternalStep, Text.Of<LedgerTexts>("Query.Unknown.Reason"), Text.Of<LedgerTexts>("Query.Unknown.Remedy"));

    private Ruling IsAboutAnother() => Ruling.Require(!IsPerson || Subject != PersonId, Citations.InternalStep,
        Text.Of<LedgerTexts>("Query.Himself.Reason"), Text.Of<LedgerTexts>("Query.Himself.Remedy"));
}
