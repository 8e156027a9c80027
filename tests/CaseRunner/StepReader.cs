using System.Globalization;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Reads the steps of one script, in order: a step is about the case that was started last, unless it names another.</summary>
internal sealed partial class StepReader(Vocabulary vocabulary)
{
    /// <summary>The pages that a script looks at, as it names them.</summary>
    public static readonly IReadOnlyList<string> Pages = [.. Enum.GetNames<LookedAt>().Select(name => name.ToLowerInvariant())];

    private readonly HashSet<string> started = [];
    private string last = Script.OnlyCase;

    public Step? Read(Place step) => step switch
    {
        _ when step.Has("clock") => ReadWait(step.Only("clock")),
        _ when step.Has("start") => ReadStart(step.Only("start", "expect")),
        _ when step.Has("superior") => ReadTrack(step.Only("superior", "case", "expect")),
        _ when step.Has("entry") => ReadEntry(step.Only("as", "entry", "case", "form", "expect")),
        _ when step.Has("paper") => ReadPaper(step.Only("as", "paper", "act", "case", "form", "expect")),
        _ when step.Has("edition") => ReadEdition(step.Only("as", "edition", "case", "form", "expect")),
        _ when step.Has("page") => ReadLook(step.Only("as", "page", "stage", "seat", "case", "sees", "doesNotSee", "expect")),
        _ when step.Has("as") || step.Has("stage") || step.Has("form") =>
            ReadAct(step.Only("as", "stage", "seat", "about", "case", "facts", "form", "expect")),
        _ => new Check(step.Path, CaseOf(step.Only("case", "expect")), Expectation.Read(step, typeof(CaseFacts), vocabulary)),
    };

    private static Wait? ReadWait(Place step)
    {
        var text = step.Needed("clock");
        if (Span().Match(text) is { Success: true } span)
        {
            var count = int.Parse(span.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return new Wait(step.Path, new ClockMove(null, span.Groups[2].Value switch
            {
                "d" => TimeSpan.FromDays(count),
                "h" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromMinutes(count),
            }));
        }
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return new Wait(step.Path, new ClockMove(moment, default));
        step.Fault("clock", $"'{text}' is no move of the clock; write 2022-03-05T09:00:00+08:00, or +5d, +3h, +20m.");
        return null;
    }

    private Start ReadStart(Place step)
    {
        var start = step.Inner("start").Only("as", "title", "definition", "case");
        last = start.Text("case") ?? Script.OnlyCase;
        if (!started.Add(last))
            start.Fault($"the case '{last}' was started before; give the second one a name with \"case\".");
        return new Start(step.Path, last, start.Needed("as", vocabulary.FaultOfPerson), start.Needed("title"),
            start.Needed("definition", word => Vocabulary.FaultOf("definition", word, Vocabulary.Definitions)),
            Expectation.Read(step, typeof(AnswerFacts), vocabulary));
    }

    private OpenTrack ReadTrack(Place step) => new(step.Path, CaseOf(step),
        step.Inner("superior").Only("as").Needed("as", vocabulary.FaultOfPerson), Expectation.Read(step, typeof(AnswerFacts), vocabulary));

    private Enter? ReadEntry(Place step)
    {
        var (caseName, person) = (CaseOf(step), step.Needed("as", vocabulary.FaultOfPerson));
        return EntryCatalog.Find(step.Needed("entry", word => Vocabulary.FaultOf("entry", word, Vocabulary.Entries))) is not { } kind ? null
            : new Enter(step.Path, caseName, person, kind, FormShape.Fields([kind.Form], step.Inner("form"), vocabulary), Expectation.Read(step, typeof(AnswerFacts), vocabulary));
    }

    private Write ReadPaper(Place step) => new(step.Path, CaseOf(step), step.Needed("as", vocabulary.FaultOfPerson),
        step.Needed("paper", word => Vocabulary.FaultOf("paper", word, Vocabulary.Papers)), ActOf<PaperAct>(step, "act", PaperAct.Draft),
        TextsOf(step, Vocabulary.Reasons), Expectation.Read(step, typeof(AnswerFacts), vocabulary));

    private Disclose ReadEdition(Place step) => new(step.Path, CaseOf(step), step.Needed("as", vocabulary.FaultOfPerson), ActOf<EditionAct>(step, "edition", null),
        TextsOf(step, Vocabulary.Reasons), Expectation.Read(step, typeof(AnswerFacts), vocabulary));

    private static TAct ActOf<TAct>(Place step, string key, TAct? otherwise) where TAct : struct, Enum
    {
        if (!step.Has(key) && otherwise is { } known)
            return known;
        var names = Enum.GetNames<TAct>().Select(name => name.ToLowerInvariant()).ToList();
        return Enum.TryParse<TAct>(step.Needed(key, word => Vocabulary.FaultOf(key, word, names)), ignoreCase: true, out var act) ? act : default;
    }

    // The few fields of a document that are one text each; what stands in rows is left as the page shows it.
    private static List<Field> TextsOf(Place step, IReadOnlyList<string> fields)
    {
        var form = step.Inner("form").Only(fields);
        return [.. fields.Where(form.Has).Select(field => new Field(field, form.Text(field) ?? ""))];
    }

    private Look ReadLook(Place step)
    {
        var page = step.Needed("page", word => Vocabulary.FaultOf("page", word, Pages));
        var isItem = page == "item";
        if (isItem != step.Has("stage"))
            step.Fault("the page of an item, and no other, is named by its stage.");
        return new Look(step.Path, CaseOf(step), step.Needed("as", vocabulary.FaultOfPerson),
            Enum.TryParse<LookedAt>(page, ignoreCase: true, out var known) ? known : default,
            isItem ? StageOf(step) : null, step.Text("seat"), step.Texts("sees"), step.Texts("doesNotSee"),
            Expectation.Read(step, typeof(LookFacts), vocabulary));
    }

    private Act? ReadAct(Place step)
    {
        var person = step.Needed("as", vocabulary.FaultOfPerson);
        if (StageOf(step) is not { } stage)
            return null;
        if (step.Text("seat") is { } seat)
            step.Fault("seat", Vocabulary.FaultOfSeat(stage, seat));
        return new Act(step.Path, CaseOf(step), person, stage, step.Text("seat"), step.Text("about"),
            [.. FormShape.Facts(stage, step, "facts"), .. FormShape.Fields(stage.Forms, step.Inner("form"), vocabulary)],
            Expectation.Read(step, typeof(AnswerFacts), vocabulary, stage));
    }

    private Stage? StageOf(Place step) =>
        vocabulary.Find(step.Needed("stage", word => Vocabulary.FaultOf("stage", word, vocabulary.Stages)));

    private string CaseOf(Place step)
    {
        var name = step.Text("case") ?? last;
        if (!started.Contains(name))
            step.Fault($"no case '{name}' was started before this step.");
        return name;
    }

    [GeneratedRegex(@"^\+(\d{1,5})(d|h|m)$")]
    private static partial Regex Span();
}
