using System.Text;

namespace Aep.Sdk.Segmentation;

/// <summary>Writes a tree as PQL text, with no more parentheses than it needs to be read back as it is.</summary>
internal sealed class PqlTextWriter
{
    // What stands without a dot when the tree does not say; other functions follow their first argument.
    private static readonly HashSet<string> Global = ["if", "date", "inSegment"];
    private readonly StringBuilder _text = new();

    private PqlTextWriter()
    {
    }

    public static string Write(PqlNode tree)
    {
        var writer = new PqlTextWriter();
        writer.Put(tree, PqlRank.Any);
        return writer._text.ToString();
    }

    private void Put(PqlNode node, PqlRank least)
    {
        bool enclose = PqlRanks.Of(node) < least;
        if (enclose) _text.Append('(');
        Put(node);
        if (enclose) _text.Append(')');
    }

    private void Put(PqlNode node)
    {
        switch (node)
        {
            case PqlLiteral literal: _text.Append(Token(literal)); break;
            case PqlWord word: _text.Append(word.Text); break;
            case PqlVariable variable: _text.Append(variable.Name); break;
            case PqlParameter parameter: _text.Append('$').Append(parameter.Position); break;
            case PqlUp up: _text.Append('^', up.Levels); break;
            case PqlLookup lookup: Put(lookup); break;
            case PqlApply apply: Put(apply); break;
            case PqlList list: Put(list.Items, "[", "]"); break;
            case PqlFunction function: Put(function); break;
            case PqlQuantification quantification: Put(quantification.All ? "forall " : "exists ", quantification.Variables); break;
            case PqlSelect select: Put("select ", select.Variables); break;
            case PqlDeclaration declaration: Put(declaration); break;
            case PqlPhrase phrase: Put(phrase); break;
            default: throw new InvalidOperationException($"No text is known for {node.GetType().Name}.");
        }
    }

    private void Put(PqlLookup lookup)
    {
        if (lookup.Object is not PqlParameter { Position: 1 })
        {
            Put(lookup.Object, PqlRank.Primary);
            _text.Append('.');
        }

        _text.Append(lookup.Field);
    }

    private void Put(PqlApply apply)
    {
        PqlRank rank = PqlRanks.Of(apply);
        if (rank == PqlRank.Primary)
        {
            Call(apply);
        }
        else if (apply.Arguments.Count == 1)
        {
            _text.Append(apply.Function == "not" ? "not " : "-");
            Put(apply.Arguments[0], apply.Function == "not" ? PqlRank.Not : PqlRank.Primary);
        }
        else
        {
            Chain(apply, rank);
        }
    }

    // and, or: each part one rank above, since a chain is one node. Others are read from the left.
    private void Chain(PqlApply apply, PqlRank rank)
    {
        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            if (i > 0) _text.Append(' ').Append(apply.Function).Append(' ');
            Put(apply.Arguments[i], i == 0 && rank is (PqlRank.Sum or PqlRank.Product) ? rank : rank + 1);
        }
    }

    private void Call(PqlApply apply)
    {
        bool afterDot = apply.Arguments.Count > 0 && (apply.AfterDot ?? !Global.Contains(apply.Function));
        if (afterDot)
        {
            Put(apply.Arguments[0], PqlRank.Primary);
            _text.Append('.');
        }

        _text.Append(apply.Function);
        Put([.. apply.Arguments.Skip(afterDot ? 1 : 0)], "(", ")");
    }

    private void Put(IReadOnlyList<PqlNode> items, string open, string close)
    {
        _text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            Put(items[i], PqlRank.Any);
        }

        _text.Append(close);
    }

    private void Put(PqlFunction function)
    {
        _text.Append('(').AppendJoin(", ", function.Parameters).Append(") => ");
        Put(function.Body, PqlRank.Any);
    }

    private void Put(string word, IReadOnlyList<PqlDeclaration> variables)
    {
        _text.Append(word);
        Put(variables, "", "");
    }

    private void Put(PqlDeclaration declaration)
    {
        _text.Append(declaration.Name).Append(" from ");
        Put(declaration.From, PqlRank.Sum);
        if (declaration.Where is null) return;
        _text.Append(" where (");
        Put(declaration.Where, PqlRank.Any);
        _text.Append(')');
    }

    // Brackets, commas and colons stand close to what is before them.
    private void Put(PqlPhrase phrase)
    {
        PqlNode? before = null;
        foreach (PqlNode part in phrase.Parts)
        {
            bool close = before is null or PqlWord { Text: "[" } || part is PqlWord { Text: "[" or "]" or "," or ":" };
            if (!close) _text.Append(part is PqlDeclaration && before is PqlDeclaration ? ", " : " ");
            Put(part, PqlRanks.Inside(phrase, part));
            before = part;
        }
    }

    private static string Token(PqlLiteral literal) =>
        literal.Kind == PqlLiteralKind.String ? ((PqlValue)literal.Value).ToString() : literal.Value;
}
