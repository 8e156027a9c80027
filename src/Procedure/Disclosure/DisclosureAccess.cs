using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>Who works on the public edition. By whom the report is published the text leaves open (内部环节).</summary>
internal static class DisclosureAccess
{
    /// <summary>Whether a document is one of which there is a public edition: 第十一条第一款第二句 names the investigation report only.</summary>
    public static bool IsForThePublic(Paper paper) => paper.Kind == nameof(InvestigationReport) && paper is { Status: PaperStatus.Signed, Walled: false };

    /// <summary>Whoever may draft the report, and the government.</summary>
    public static bool MayPrepare(PaperSource source, Actor actor) => actor.Holds(Roles.Government) || new InvestigationReport().MayDraft(actor, source);

    /// <summary>The leaders of the government.</summary>
    public static bool MayRelease(PaperSource source, Actor actor) => source.Holder(Roles.Government) is { } government
        && source.Directory.PostsOf(actor.PersonId, source.On).Any(post => post.OrganisationId == government && post.Rank is not PostRank.Staff);

    /// <summary>An edition that exists for this person, with the report and what it was made from; nothing otherwise.</summary>
    public static async Task<(PublicEdition Edition, Paper Paper, PaperSource Source)?> FindAsync(
        string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var edition = await db.PublicEditions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Id == id, cancellationToken);
        return edition is not null && await PaperAccess.FindAsync(edition.PaperId, viewer, db, cancellationToken) is ({ } paper, { } source)
            ? (edition, paper, source) : null;
    }
}
