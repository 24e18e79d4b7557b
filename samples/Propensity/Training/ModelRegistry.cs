using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.ML;
using Propensity.Workflow;

namespace Propensity.Training;

/// <summary>Models on disk: <c>{root}/{name}/{version}/</c>, and a file <c>Champion</c> that names the version in use.</summary>
public sealed class ModelRegistry(string root, string name)
{
    private const string Alias = "Champion";
    private const string ModelFile = "model.zip";

    private string Folder => Path.Combine(root, name);

    /// <summary>Saves the best model as a new version and points the alias at it.</summary>
    public async Task<int> SaveAsync(TrainingOutcome outcome, CancellationToken cancellationToken = default)
    {
        int version = Versions().DefaultIfEmpty(0).Max() + 1;
        string folder = Directory.CreateDirectory(Path.Combine(Folder, version.ToString(CultureInfo.InvariantCulture))).FullName;
        new MLContext().Model.Save(outcome.Champion, outcome.Schema, Path.Combine(folder, ModelFile));
        ModelEvaluation best = outcome.Evaluations[0];
        var metrics =
            new JsonObject { ["model"] = best.Model, ["auc"] = best.Auc, ["accuracy"] = best.Accuracy, ["logLoss"] = best.LogLoss };
        string text = metrics.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        await File.WriteAllTextAsync(Path.Combine(folder, "metrics.json"), text, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, Alias), version.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return version;
    }

    /// <summary>The version in use, ready to score.</summary>
    /// <exception cref="WorkflowException">Nothing has been trained yet.</exception>
    public (int Version, Scorer Scorer) LoadChampion()
    {
        string alias = Path.Combine(Folder, Alias);
        if (!File.Exists(alias))
            throw new WorkflowException(
                $"No model {name} has been trained yet ({alias} is missing). Run step 4 (04.TrainModel) with the same --out first.");
        int version = int.Parse(File.ReadAllText(alias), CultureInfo.InvariantCulture);
        var context = new MLContext();
        ITransformer model = context.Model.Load(Path.Combine(Folder, version.ToString(CultureInfo.InvariantCulture), ModelFile), out _);
        return (version, new Scorer(context, model));
    }

    private IEnumerable<int> Versions() => Directory.Exists(Folder)
        ? Directory.EnumerateDirectories(Folder).Select(Path.GetFileName)
            .Where(entry => int.TryParse(entry, CultureInfo.InvariantCulture, out _))
                .Select(entry => int.Parse(entry!, CultureInfo.InvariantCulture))
        : [];
}
