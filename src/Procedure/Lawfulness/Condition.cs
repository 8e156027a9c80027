using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>A condition of the flow, as far as it can be told before the workflow runs.</summary>
internal abstract partial record Condition
{
    private Condition() { }

    /// <summary>The variables in it.</summary>
    public abstract IEnumerable<string> Variables { get; }

    /// <summary>Whether nothing in it is beyond telling.</summary>
    public virtual bool IsPlain => true;

    /// <summary>Its value where these variables hold these values; null where that does not tell.</summary>
    public abstract bool? Of(Func<string, bool?> variable);

    /// <summary>Reads a script of variables, "not", "and", "or", brackets and comparisons with a text; anything else is opaque.</summary>
    public static Condition Parse(string script)
    {
        var words = Word().Matches(script).Select(word => word.Value).ToList();
        if (!words.SelectMany(word => word).Where(IsInk).SequenceEqual(script.Where(IsInk)))
            return new Opaque(script);
        var reader = new Reader([.. words.Where(word => word is not ";")]);
        return reader.Either() is { } condition && reader.IsAtEnd ? condition : new Opaque(script);
    }

    private static bool IsInk(char letter) => !char.IsWhiteSpace(letter);

    [GeneratedRegex(@"&&|\|\||===|!==|==|!=|!|\(|\)|;|'[^'\\]*'|""[^""\\]*""|[A-Za-z_]\w*\(\)|variables\.[A-Za-z_]\w*|true|false|return\b")]
    private static partial Regex Word();

    /// <summary>Always the same.</summary>
    public sealed record Constant(bool Value) : Condition
    {
        public override IEnumerable<string> Variables => [];

        public override bool? Of(Func<string, bool?> variable) => Value;
    }

    /// <summary>What a variable holds.</summary>
    public sealed record Holds(string Variable) : Condition
    {
        public override IEnumerable<string> Variables => [Variable];

        public override bool? Of(Func<string, bool?> variable) => variable(Variable);
    }

    /// <summary>A comparison of variables with texts: the variables are known, what they hold is not.</summary>
    public sealed record Compared(IReadOnlyList<string> Sides) : Condition
    {
        public override IEnumerable<string> Variables => Sides;

        public override bool? Of(Func<string, bool?> variable) => null;
    }

    public sealed record Not(Condition Inner) : Condition
    {
        public override IEnumerable<string> Variables => Inner.Variables;

        public override bool? Of(Func<string, bool?> variable) => !Inner.Of(variable);
    }

    public sealed record Both(Condition One, Condition Other) : Condition
    {
        public override IEnumerable<string> Variables => One.Variables.Concat(Other.Variables);

        public override bool? Of(Func<string, bool?> variable) => One.Of(variable) & Other.Of(variable);
    }

    public sealed record OneOf(Condition One, Condition Other) : Condition
    {
        public override IEnumerable<string> Variables => One.Variables.Concat(Other.Variables);

        public override bool? Of(Func<string, bool?> variable) => One.Of(variable) | Other.Of(variable);
    }

    /// <summary>Beyond telling.</summary>
    public sealed record Opaque(string? Script) : Condition
    {
        public override IEnumerable<string> Variables => [];

        public override bool IsPlain => false;

        public override bool? Of(Func<string, bool?> variable) => null;
    }

    private sealed class Reader(IReadOnlyList<string> words)
    {
        private int at;

        public bool IsAtEnd => at == words.Count;

        public Condition? Either()
        {
            Take("return");
            var read = All();
            while (read is not null && Take("||"))
                read = All() is { } other ? new OneOf(read, other) : null;
            return read;
        }

        private Condition? All()
        {
            var read = One();
            while (read is not null && Take("&&"))
                read = One() is { } other ? new Both(read, other) : null;
            return read;
        }

        private Condition? One()
        {
            if (Take("!"))
                return One() is { } inner ? new Not(inner) : null;
            if (Take("("))
                return Either() is { } inner && Take(")") ? inner : null;
            if (Side() is not { } left)
                return null;
            var isNegated = at < words.Count && words[at][0] == '!';
            if (!Take("==") && !Take("===") && !Take("!=") && !Take("!=="))
                return left;
            if (Side() is not { } right)
                return null;
            return (left, right) switch
            {
                (Constant constant, Holds variable) => Same(variable, constant.Value != isNegated),
                (Holds variable, Constant constant) => Same(variable, constant.Value != isNegated),
                (Constant one, Constant other) => new Constant((one.Value == other.Value) != isNegated),
                _ => new Compared([.. left.Variables, .. right.Variables]),
            };
        }

        private static Condition Same(Holds variable, bool value) => value ? variable : new Not(variable);

        private Condition? Side()
        {
            if (at >= words.Count)
                return null;
            var word = words[at++];
            return word switch
            {
                "true" or "false" => new Constant(word == "true"),
                ['\'' or '"', ..] => new Compared([]),
                _ when word.StartsWith("get", StringComparison.Ordinal) && word.EndsWith("()", StringComparison.Ordinal) => new Holds(word[3..^2]),
                _ when word.StartsWith("variables.", StringComparison.Ordinal) => new Holds(word["variables.".Length..]),
                _ => null,
            };
        }

        private bool Take(string word)
        {
            if (at >= words.Count || words[at] != word)
                return false;
            at++;
            return true;
        }
    }
}
