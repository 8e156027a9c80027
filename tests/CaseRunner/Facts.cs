namespace WorkflowAccountability.CaseRunner;

// The words of "expect", and what OUT shows under the same names: a script can expect whatever the runner reports.

/// <summary>What a step led to.</summary>
internal sealed record AnswerFacts
{
    public required int Status { get; init; }
    public IReadOnlyList<string> RefusedBy { get; init; } = [];
    public IReadOnlyList<string> WrongFields { get; init; } = [];
    public string? Outcome { get; init; }
    public string? DueOn { get; init; }
    public IReadOnlyList<ItemFacts> Opens { get; init; } = [];
    public IReadOnlyList<ItemFacts> Lapses { get; init; } = [];
    public IReadOnlyList<NoticeFacts> Notices { get; init; } = [];
}

/// <summary>What a look led to.</summary>
internal sealed record LookFacts(int Status);

/// <summary>A work item.</summary>
internal sealed record ItemFacts(
    string Stage, string Seat, string? About, string To, string? Deadline, string? DueOn, string OpenedOn, bool Walled);

/// <summary>A notice and who received it.</summary>
internal sealed record NoticeFacts(string To, string Text, bool Walled);

/// <summary>A reminder: whom it told, when, what.</summary>
internal sealed record ReminderFacts(string To, string On, string Text);

/// <summary>How a case file stands.</summary>
internal sealed record CaseFacts
{
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyDictionary<string, string?> Level { get; init; }
    public required IReadOnlyList<PartyFacts> Parties { get; init; }
    public required IReadOnlyList<MemberFacts> Teams { get; init; }
    public required IReadOnlyList<MeasureFacts> Measures { get; init; }
    public required IReadOnlyList<RestrictionFacts> Restrictions { get; init; }
    public required IReadOnlyList<ReferralFacts> Referrals { get; init; }
    public required IReadOnlyList<ItemFacts> Open { get; init; }
    public required IReadOnlyList<ReminderFacts> Reminders { get; init; }

    public required IReadOnlyList<ReminderFacts> PeriodReminders { get; init; }
    public required IReadOnlyList<string> Stages { get; init; }
    public required IReadOnlyList<string> Incidents { get; init; }
}

/// <summary>A unit or person under inquiry.</summary>
internal sealed record PartyFacts(string Id, string Name, bool IsPerson, string? PersonId, string? OrganisationId, string? PostAtTheTime);

/// <summary>A member of a team today.</summary>
internal sealed record MemberFacts(string PersonId, string Team, string Function, string OrganisationId);

/// <summary>A decided measure.</summary>
internal sealed record MeasureFacts(
    string Id, string Proposal, string Party, string Measure, string Citation, string Text, string Owner, string Status, string DecidedOn);

/// <summary>An entry of 第十二条's ledger.</summary>
internal sealed record RestrictionFacts(
    string Id, string Party, string Kind, int? EventYear, int FindingYear, string Start, string? End, string Basis);

/// <summary>A referral.</summary>
internal sealed record ReferralFacts(string Id, string Authority, string Reason, string Citation, string On, string Receipt, bool Walled);
