using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Phrases;

/// <summary>内部环节: a sentence that somebody writes often (常用意见); his own, shown to nobody else.</summary>
public sealed class Phrase
{
    /// <summary>The longest that is kept, in characters.</summary>
    public const int MostCharacters = 200;

    /// <summary>How many one person keeps.</summary>
    public const int MostOfOnePerson = 50;

    /// <summary>32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string PersonId { get; init; }

    /// <summary>The sentence.</summary>
    public required string Wording { get; init; }

    /// <summary>When it was kept (UTC).</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>Somebody's phrases in the order in which he kept them; the usual ones while he has none of his own.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(AccountabilityDb db, string personId, CancellationToken cancellationToken)
    {
        var own = await db.Phrases.AsNoTracking().Where(phrase => phrase.PersonId == personId).OrderBy(phrase => phrase.KeptAt).ThenBy(phrase => phrase.Id)
            .Select(phrase => phrase.Wording).ToListAsync(cancellationToken);
        return own.Count > 0 ? own : [.. Text.Of<PhraseTexts>("Usual").ToString().Split('|')];
    }
}

internal sealed class PhraseMapping : IEntityTypeConfiguration<Phrase>
{
    public void Configure(EntityTypeBuilder<Phrase> builder)
    {
        builder.Property(phrase => phrase.Wording).HasMaxLength(Phrase.MostCharacters);
        builder.HasIndex(phrase => phrase.PersonId);
    }
}
