using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Verbs;

/// <summary>What must hold after every verb: no item lost, none doubled, nobody excluded holding one, nobody left who could do it.</summary>
internal static class VerbFaults
{
    /// <summary>Every contradiction in a case; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(AccountabilityDb db, string caseId, OrganisationDirectory directory, DateTimeOffset now)
    {
        var file = await db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.TeamMembers).AsSplitQuery().SingleAsync(file => file.Id == caseId);
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open).ToListAsync();
        var faults = new List<string>(await CaseFaults.OfAsync(db, caseId));
        faults.AddRange(open.GroupBy(item => (item.ActivityInstanceId, item.Seat)).Where(twins => twins.Count() > 1)
            .Select(twins => $"seat {twins.Key.Seat} of {twins.First().ActivityId}: {twins.Count()} live copies."));
        foreach (var item in open)
        {
            foreach (var holder in new[] { item.AssigneeId, item.DelegateId }.OfType<string>())
                if (file.Concerns(holder) || !directory.ActorOf(holder, now).IsInOffice)
                    faults.Add($"{item.ActivityId}: held by {holder}, who may not.");
            if (!directory.PeopleOn(DateOnly.FromDateTime(now.AddHours(8).DateTime)).Any(id => item.IsAddressedTo(directory.ActorOf(id, now), file)))
                faults.Add($"{item.ActivityId}: addressed to {item.CandidateKey}, and nobody is that.");
            if (item.Walled && item.DelegateId is { } hand && !item.IsAddressedTo(directory.ActorOf(hand, now), file) && !CaseAccess.IsBehindWall(file, hand))
                faults.Add($"{item.ActivityId}: {hand} prepares it from before the wall.");
        }
        var submitted = await db.Submissions.Where(form => form.CaseId == caseId).Select(form => form.Id).ToListAsync();
        faults.AddRange((await db.WorkItems.Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Completed).Select(item => item.Id).ToListAsync())
            .Except(submitted).Select(id => $"item {id}: completed without a submission."));
        return faults;
    }
}
