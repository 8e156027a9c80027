using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>The administrator ends a post today, on the directory as it is now.</summary>
public static class EndOfPost
{
    /// <summary>The order as the confirmed preview gives it.</summary>
    public static async Task<ChangeDirectory> PreviewedAsync(AccountabilityDb db, string post, string commandId, TimeProvider clock) => new(
        commandId, "it-lu", [new EndHeldPost { PostId = post, On = BeijingTime.DayOf(clock.GetUtcNow()) }],
        await db.Set<DirectoryStamp>().Select(row => row.Version).SingleOrDefaultAsync());
}
