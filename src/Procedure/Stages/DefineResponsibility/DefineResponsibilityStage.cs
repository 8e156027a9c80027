using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Ledgers.Responsibility;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DefineResponsibility;

/// <summary>第九条第（三）项: the team defines, strictly and from facts, what each unit and person concerned is responsible for.</summary>
[Stage("Accountability.DefineResponsibility", Citation = "第九条第（三）项")]
public sealed class DefineResponsibilityStage : SectionStage<DefineResponsibilityForm>
{
    /// <summary>第九条第（三）项: the units and persons that the lead named are looked at first.</summary>
    protected override DefineResponsibilityForm? First(StageContext context) => new()
    {
        Matrix = [.. context.File.PartiesHere.Select(party => new Finding
        {
            IsPerson = party.IsPerson, PersonId = party.PersonId, Name = party.Name, OrganisationId = party.OrganisationId,
            PostThen = party.PostAtTheTime,
        }), .. MissingRecords.Findings(context.File)],
    };

    /// <summary>第十四条第（二）项第二段: records that turned out to be missing come in as findings.</summary>
    protected override DefineResponsibilityForm Again(StageContext context, DefineResponsibilityForm last) => last with
    {
        Matrix = [.. last.Matrix, .. MissingRecords.Findings(context.File).Where(found => !last.Matrix.Exists(known => known.Duty == found.Duty))],
    };

    /// <summary>第二条, 第三条, 第四条, 第十四条第（二）项, 第十五条: every finding is whole, and every organisation was asked its questions.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, DefineResponsibilityForm draft) =>
    [
        MatrixRules.FindsSomebodyOrSaysWhyNot(draft),
        .. MissingRecords.AreFound(context.File, draft),
        .. draft.Matrix.SelectMany((finding, at) => FindingRules.Of(context, finding, at + 1)),
        .. MatrixRules.OrganisationsIn(draft).Select(tier => MatrixRules.IsOfItsTier(context, tier.OrganisationId, tier.Tier)),
        .. MatrixRules.OrganisationsIn(draft).SelectMany(tier => MatrixRules.WasAsked(context, draft, tier.OrganisationId, tier.Tier)),
    ];

    /// <summary>
    /// 第二条: whoever a draft names is under inquiry at once and sees nothing of it; open questions go to the legal office.
    /// </summary>
    protected override void Drafted(StageContext context, DefineResponsibilityForm draft)
    {
        foreach (var finding in draft.Matrix)
        {
            var party = Inquire(context, finding);
            context.File.ConcernsLeadBureau |= IsOfTheLeadBureau(context, party);
            foreach (var key in FindingRules.QuestionsOf(finding, context.File.RegulationIssuedOn))
                context.File.Notify(new Recipient(Roles.LegalOffice),
                    Text.Of<DefineResponsibilityStage>(key, context.File.Number, party.Name), context.Now);
        }
        foreach (var member in context.File.Members(TeamKind.Investigation).Where(member => context.File.Concerns(member.PersonId)))
            context.File.Notify(new Recipient(Roles.Government), Text.Of<DefineResponsibilityStage>("Notice.MemberConcerned",
                context.File.Number, context.Directory.NameOfPerson(member.PersonId)), context.Now);
    }

    /// <summary>第四条: the type that the post of those days comes to, for every row that names somebody and has none yet.</summary>
    public override IReadOnlyDictionary<string, string> Offers(CaseFile file, OrganisationDirectory directory, FormValues values)
    {
        var offered = new Dictionary<string, string>();
        for (var row = 0; row < values.RowsOf(nameof(DefineResponsibilityForm.Matrix)); row++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{nameof(DefineResponsibilityForm.Matrix)}[{row}].");
            if (PostsOfThatTime.ProposedFor(file, directory, values[at + nameof(Finding.IsPerson)] == "true", Given(at + nameof(Finding.PersonId)), Given(at + nameof(Finding.OrganisationId))).Type is { } type)
                offered[at + nameof(Finding.Responsibility)] = type.ToString();
        }
        return offered;

        string? Given(string path) => values[path] is { Length: > 0 } id ? id : null;
    }

    private static bool IsOfTheLeadBureau(StageContext context, Party party) =>
        context.Directory.OrganisationsFor(Roles.LeadEnv, context.Today) is var bureaus && ((party.OrganisationId is { } unit && bureaus.Contains(unit))
            || (party.PersonId is { } id && context.Directory.PostsOf(id, context.Today).Any(post => bureaus.Contains(post.OrganisationId))));

    private static Party Inquire(StageContext context, Finding finding) => context.File.PartyOf(finding) ?? (finding.IsPerson
        ? context.File.Inquire(finding.OrganisationId, finding.PersonId, NameOf(context, finding), finding.PostThen, isPerson: true,
            context.Now)
        : context.File.Inquire(finding.OrganisationId, null, NameOf(context, finding), null, isPerson: false, context.Now));

    private static string NameOf(StageContext context, Finding finding) => finding switch
    {
        { IsPerson: true, PersonId: { } id } => context.Directory.NameOfPerson(id),
        { IsPerson: false, OrganisationId: { } id } => context.Directory.NameOf(id, finding.ActTo!.Value),
        _ => finding.Name!,
    };
}
