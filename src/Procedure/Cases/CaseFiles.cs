using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>How cases are read.</summary>
internal static class CaseFiles
{
    /// <summary>A case with everything that belongs to its file.</summary>
    public static IQueryable<CaseFile> Whole(AccountabilityDb db) => db.Cases
        .Include(file => file.Submissions).Include(file => file.TeamMembers).Include(file => file.Parties).Include(file => file.Measures)
        .Include(file => file.Restrictions).Include(file => file.Referrals).Include(file => file.Orders).Include(file => file.Notices)
        .Include(file => file.Exclusions).Include(file => file.ApprovalRestrictions).Include(file => file.Entries).Include(file => file.Documents).AsSplitQuery();
}
