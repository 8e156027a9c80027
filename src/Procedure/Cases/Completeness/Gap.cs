using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Cases.Completeness;

/// <summary>Something that 第九条 asks for and that the file does not hold.</summary>
/// <param name="What">What is missing, in words.</param>
/// <param name="Stage">The activity type in which it is entered; null where it is entered in the ledgers.</param>
public sealed record Gap(Text What, string? Stage);

/// <summary>One item of 第九条, or what belongs to it, with all that is missing.</summary>
/// <param name="Key">The key of its title.</param>
public sealed record CheckedItem(string Citation, string Key, IReadOnlyList<Gap> Gaps);
