using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Ledgers.Approvals;

/// <summary>
/// 第十三条第一款第（三）项: the register that every approving office asks before it approves a new project. It says where, since when and by which document,
/// and nothing of the case; the case is linked for whom it exists.
/// </summary>
internal static class ShowApprovalRestrictions
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/approval-restrictions", async (
        HttpRequest request, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
    {
        if (!viewer.Actor.IsInOffice)
            return Pages.NotFound(viewer.Actor);
        var words = request.Query["q"].ToString() is { Length: <= 100 } typed ? typed.Trim() : "";
        var (rows, seen) = await FindAsync(db, viewer.Actor, words, cancellationToken);
        return (IResult)Pages.Page<ApprovalRestrictionsPage>(new { Viewer = viewer.Actor, Words = words, Today = BeijingTime.DayOf(viewer.Now), Rows = rows, Seen = seen });
    });

    /// <summary>The rows whose area, industry or unit holds the words, those that hold first, and the cases among them that exist for the reader.</summary>
    internal static async Task<(IReadOnlyList<ApprovalRestriction> Rows, IReadOnlySet<string> Seen)> FindAsync(
        AccountabilityDb db, Actor reader, string words, CancellationToken cancellationToken)
    {
        var me = reader.PersonId;
        var all = await db.Set<ApprovalRestriction>().AsNoTracking()
            .Where(row => !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == row.CaseId && exclusion.PersonId == me)).ToListAsync(cancellationToken);
        var wanted = SearchWords.Fold(words);
        List<ApprovalRestriction> rows = [.. all.Where(row => SearchWords.Fold(row.AreaOrIndustry + row.Unit).Contains(wanted, StringComparison.Ordinal))
            .OrderBy(row => row.LiftedOn is not null).ThenByDescending(row => row.Start)];
        var ids = rows.Select(row => row.CaseId).ToList();
        var seen = await db.Cases.Where(CaseAccess.Sees(reader, db)).Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken);
        return (rows, seen.ToHashSet());
    }
}
