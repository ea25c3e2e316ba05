import com.google.refine.model.Recon;
import com.google.refine.model.ReconCandidate;
import com.google.refine.model.recon.ReconJob;
import com.google.refine.model.recon.ReconciledDataExtensionJob;
import com.google.refine.model.recon.StandardReconConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reconciles names against a service as OpenRefine does, by its own client, and prints what it was told of each; then
 * adds columns to those that were matched, as its dialog does.
 */
public class Reconcile {
  public static void main(String[] args) throws Exception {
    var config = new StandardReconConfig(args[0], args[1], args[2], args[3], args[3], true, 10, List.of(), 5);
    List<ReconJob> jobs = new ArrayList<>();
    for (int i = 4; i < args.length; i++) jobs.add(config.createSimpleJob(args[i]));
    List<Recon> all = config.batchRecon(jobs, 1L);
    for (int i = 0; i < all.size(); i++) {
      Recon recon = all.get(i);
      StringBuilder line = new StringBuilder("RESULT\t" + args[4 + i] + "\t" + recon.judgment + "\t" + recon.error);
      if (recon.candidates != null) for (ReconCandidate candidate : recon.candidates) line.append("\t").append(candidate.id).append("=").append(candidate.score);
      System.out.println(line);
    }
    extend(args[0], all);
  }

  private static void extend(String endpoint, List<Recon> all) throws Exception {
    Map<String, ReconCandidate> known = new TreeMap<>();
    for (Recon recon : all) if (recon.match != null) known.put(recon.match.id, recon.match);
    var wanted = ReconciledDataExtensionJob.DataExtensionConfig.reconstruct(
        "{\"properties\":[{\"id\":\"type\",\"name\":\"type\"},{\"id\":\"offices\",\"name\":\"offices\"},{\"id\":\"countries\",\"name\":\"countries\"}]}");
    var job = new ReconciledDataExtensionJob(wanted, endpoint);
    var extended = new TreeMap<>(job.extend(known.keySet(), new HashMap<>()));
    for (var entry : extended.entrySet()) {
      StringBuilder line = new StringBuilder("EXTENDED\t" + entry.getKey());
      for (Object[] row : entry.getValue().data)
        for (Object cell : row) line.append("\t").append(cell instanceof ReconCandidate found ? found.id : cell);
      System.out.println(line);
    }
  }
}
