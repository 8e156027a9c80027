using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Remedies;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>The optional lane of one case as its officials keep it: facts made known, heard or not, decisions served, appeals that are decided late or never.</summary>
internal sealed class SimulatedRemedies(string caseId, Random chance)
{
    private int actsLeft = chance.Next(4, 14);

    /// <summary>Whether nobody enters anything any more.</summary>
    public bool IsOver => actsLeft <= 0;

    /// <summary>One entry, where one can be made.</summary>
    public async Task GoOnAsync(DateOnly today, World world)
    {
        actsLeft--;
        var acts = await PossibleAsync(today, world);
        if (acts.Count == 0)
            return;
        var (kind, by, form) = acts[chance.Next(acts.Count)];
        var answer = await world.RunAsync(new MakeEntry(PlayedCase.NewId(), by, caseId, kind, form));
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"{kind} was not entered: {(answer is Answer.Refused refused ? string.Join(' ', refused.Rulings.Select(ruling => ruling.Reason)) : answer)}");
    }

    private async Task<List<(string Kind, string By, object Form)>> PossibleAsync(DateOnly today, World world)
    {
        await using var db = world.Db();
        var file = await db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.Measures).Include(file => file.Entries).AsSplitQuery().SingleAsync(file => file.Id == caseId);
        List<(string, string, object)> acts = [];
        if (!RemedyLane.AreOpen(file))
            return file.IsAlive ? [(OpenRemedies.Named, PlayedCase.Governor, new OpenRemediesForm { LegalOpinion = "昌法制〔示例〕2号", Reasons = "适用上位法。" })] : [];
        void Add(string kind, object form) => acts.Add((kind, PlayedCase.Bureau, form));

        var hearings = file.EntriesOf<HearPartyForm>(HearParty.Named).Select(row => row.Form).ToList();
        foreach (var party in file.Parties.Where(_ => file.IsAlive))
            if (hearings.Where(form => form.PartyId == party.Id).ToList() is { Count: < 2 } said)
                Add(HearParty.Named, said is [] ? new HearPartyForm { PartyId = party.Id, NotifiedOn = today, Facts = "未按期整改。" }
                    : said[0] with { HeardOn = today, Statement = "系他人所为。", WhatBecameOfIt = "经查不实，不予采纳。" });
        var served = file.EntriesOf<ServeDecisionForm>(ServeDecision.Named).Select(row => row.Form.MeasureId).ToHashSet();
        var appeals = RemedyLane.AppealsOf(file);
        foreach (var measure in file.Measures)
            if (!served.Contains(measure.Id))
                Add(ServeDecision.Named, new ServeDecisionForm { MeasureId = measure.Id, ServedOn = today, Receipt = "回证1", RouteIsStated = true });
            else if (appeals.Where(appeal => appeal.Form.MeasureId == measure.Id).ToList() is { Count: < 2 } made && made.TrueForAll(appeal => appeal.Decision is not null))
                Add(RecordAppeal.Named, new RecordAppealForm { MeasureId = measure.Id, ReceivedOn = today, Grounds = "处理过重。", WhyTakenThoughLate = "有正当理由。" });
        foreach (var appeal in appeals.Where(appeal => appeal.Decision is null))
            Add(DecideAppeal.Named, new DecideAppealForm
            {
                Appeal = appeal.Entry.Label, Outcome = chance.Next(4) == 0 ? AppealOutcome.TakenBack : AppealOutcome.Upheld, DecidedOn = today, DocumentNumber = "昌监复〔示例〕1号",
            });
        return acts;
    }
}
